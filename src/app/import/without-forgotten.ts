import type { ImportPlan } from '#formats/lists/plan-list.ts';
import { withoutPeople } from '#formats/lists/without-people.ts';
import type { Deps } from '#app/deps.ts';
import { findForgotten } from '#app/privacy/find-forgotten.ts';

/** `plan` without those who asked to be forgotten, whom a list may still name. */
export async function withoutForgotten(deps: Deps, plan: ImportPlan): Promise<ImportPlan> {
  const signs = plan.people.map(({ name, alsoCalled, phones, emails, importKey }) => ({
    name,
    alsoCalled,
    phones,
    emails,
    number: importKey,
  }));
  return withoutPeople(plan, await findForgotten(deps, signs));
}
