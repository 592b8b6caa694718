import type { Evidence } from '../../../domain/answer.ts';

/** That one meets, goes on talking, thanks, or will not comment. */
const PROCEDURAL: readonly RegExp[] = [
  /\b(?:talks|negotiations?|discussions?|meetings?|sessions?|dialogue|consultations?|rounds?|they|we|parties|sides|delegations)\b[^.;]{0,30}\b(?:will|would|to|are to|can|going to|set to)\s+(?:be\s+)?(?:continued?|resumed?|go(?:ing)? on|meet(?:ing)?|reconvened?|talk|speak)\b/i,
  /\b(?:thank(?:s|ed|ing)?|grateful|gratitude|appreciat(?:e|es|ed|ion)|congratulat\w+|condolences|no comment|declined to comment)\b/i,
  /\b(?:constructive|productive|businesslike|useful|frank|open)\s+(?:and\s+\w+\s+)?(?:atmosphere|talks|meeting|discussions?|exchange|session|dialogue|conversation)\b/i,
];

/** Whether a statement says nothing but how the talks go on: thanks, "talks will continue". What is offered or demanded never is. */
export function isProcedural({ act, text }: Pick<Evidence, 'act' | 'text'>): boolean {
  return act === 'states' && PROCEDURAL.some((form) => form.test(text));
}
