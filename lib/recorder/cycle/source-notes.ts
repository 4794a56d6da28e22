const most = 20;

/** What a source passed over while it was read: of very many notes the first ones say enough. */
export class SourceNotes {
  readonly first: string[] = [];
  count = 0;

  add(note: string): void {
    this.count += 1;
    if (this.first.length < most) this.first.push(note);
  }
}
