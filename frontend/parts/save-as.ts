/** Hands something to the browser as a file of that name. Nothing of it is shown on the page. */
export const saveAs = (content: Blob, fileName: string): void => {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
};
