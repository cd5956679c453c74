/**
 * The page's nonce for style tags made at run time (the theme's variables). The server puts a fresh one into the page
 * with every answer; browsers hide the attribute from the markup, the property still has it.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
}
