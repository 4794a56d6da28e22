// Runs before the first paint, as the first thing in <body>: without it a dark page would flash white.
// A file of its own, not inline, so that a content security policy needs no exception for it.
// The key and the class are those of components/layout/theme/theme.ts; its test runs this file.
(() => {
  let theme = 'system';
  try {
    theme = localStorage.getItem('snapscope-theme') ?? 'system';
  } catch {
    // Storage is forbidden: follow the system.
  }
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.body.classList.toggle('awsui-dark-mode', dark);
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
})();
