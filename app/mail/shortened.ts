/** Text with the addresses in it cut to their first letter and domain, so that a list of mails is no directory. */
export const shortened = (text: string) =>
  text.replace(/([^\s@<>"':;,])[^\s@<>"':;,]*@(?=[^\s@]+)/gu, "$1…@");
