/** Reads a form's text fields by name: what is not there, or is a file, is empty. */
export const typedText = (form: FormData) => (name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};
