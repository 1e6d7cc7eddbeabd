// Whether a page conforms to the HTML standard, by html-validate, which needs no network and no Java.

import { HtmlValidate } from 'html-validate';

// Only what the standard forbids or what breaks a page: `standard` is the validator's rules of conformance, and the
// rest are further ones that its `recommended` set mixes with matters of taste. What is left out is taste (case of
// the doctype, `type` of each button, letters allowed in an id) or accessibility, which axe looks at in the page.
const VALIDATOR = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {
    'aria-hidden-body': 'error',
    'empty-title': 'error',
    'form-dup-name': 'error',
    'input-attributes': 'error',
    'meta-refresh': 'error',
    'no-implicit-close': 'error', // an end tag that was forgotten
    'no-inline-style': 'error', // our content security policy refuses it
    'no-missing-references': 'error',
    'script-type': 'error',
    'text-content': 'error',
  },
});

export async function invalid(html) {
  const { results } = await VALIDATOR.validateString(html);
  const messages = results.flatMap(result => result.messages).filter(({ severity }) => severity === 2);
  return messages.map(({ ruleId, message, line, column }) => `${message} (${ruleId}, line ${line}:${column})`);
}
