/** Called by Next once, when the server starts: builds the services, so that the first page finds them ready. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startServices } = await import('./server/start-services');
  await startServices();
}
