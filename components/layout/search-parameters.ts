/** The query of an address as Next hands it to a page. */
export type SearchParameters = { [name: string]: string | string[] | undefined };

/** The same as the browser's own `URLSearchParams`, so that page and browser read an address by one function. */
export function searchParameters(given: SearchParameters): URLSearchParams {
  return new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each])),
  );
}
