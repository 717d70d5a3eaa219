/** Scratch space of one job, gone afterwards. */
export interface WorkFolders {
  within<Value>(work: (folder: string) => Promise<Value>): Promise<Value>;
}
