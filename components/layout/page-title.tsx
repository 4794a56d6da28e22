/**
 * The title of the document. Part of the page that it names, and so there for as long as that is: Next.js fetches the metadata of a page
 * again whenever one goes back in the history, and until it has them, if it ever does, there is no title.
 */
export function PageTitle({ title }: { title: string }) {
  return <title>{`${title} – Snapscope`}</title>;
}
