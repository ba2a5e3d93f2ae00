// A tablet of the shop lets another one in: a number and six words, a look at three words on both
// screens, one tap.

import { passphraseChoices, passphraseLength, passphraseOf } from '#domain/backup/passphrase.ts';
import type { Invitation } from '#domain/tablets/invitation.ts';
import { newTablet } from '#domain/tablets/tablet.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { recordShape, textShape, withDefault } from '#lib/shape.ts';
import { newSecret } from '#platform/crypto/sealing.ts';
import { randomInts } from '#platform/crypto/random-ints.ts';
import { readMeta, readSettings } from '#storage/tables/settings.ts';
import type { DepotLine } from '#platform/network/depot-line.ts';
import { changeRoster, nextStamp } from '#app/tablets/tablet-roster.ts';
import { hashPass } from './found-tablets.ts';
import { answerLetter, pictureWords, readRequestLetter } from './pairing-letters.ts';
import { pairingProblemOf, type PairingProblem } from './pairing-problem.ts';
import type { Guest, GuestAtDoor } from './pairing-types.ts';
import { requiredState, type TabletContext } from '#app/tablets/tablet-context.ts';

const numberShape = recordShape({ number: textShape });
const letterShape = recordShape({ letter: withDefault(textShape, null) });

export async function openInvitation({
  tablets,
  line,
}: TabletContext): Promise<Result<Invitation, PairingProblem>> {
  const { pass } = await requiredState(tablets);
  const opened = await line.ask({ method: 'POST', path: 'mail', pass, body: {} });
  if (!opened.ok) return failed(pairingProblemOf(opened.problem));
  const number = numberShape(opened.value)?.number;
  const words = passphraseOf(randomInts(passphraseLength, passphraseChoices));
  return number === undefined ? failed('no-server') : ok({ number, words });
}

/** Waits until somebody with the words has come. */
export async function awaitGuest(
  { tablets, line }: TabletContext,
  { number, words }: Invitation,
  signal: AbortSignal,
): Promise<Result<GuestAtDoor, PairingProblem>> {
  const { pass } = await requiredState(tablets);
  const letter = await awaitLetter(line, { path: `mail/${number}/request`, pass }, signal);
  if (!letter.ok) return letter;
  const guest = await readRequestLetter(letter.value, words);
  if (guest === undefined) return failed('wrong-words');
  return ok({ guest, picture: await pictureWords(guest) });
}

/** The letter at `path`, once it is there. */
export async function awaitLetter(
  line: DepotLine,
  { path, pass }: { readonly path: string; readonly pass?: string },
  signal: AbortSignal,
): Promise<Result<string, PairingProblem>> {
  while (!signal.aborted) {
    const read = await line.ask({ method: 'GET', path, pass });
    if (!read.ok && read.problem === 'conflict') return failed('too-late');
    // A line that is gone for a moment comes back; the box says when the time is over.
    const letter = read.ok ? (letterShape(read.value)?.letter ?? null) : null;
    if (letter !== null) return ok(letter);
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  }
  return failed('too-late');
}

const askAgainMs = 1_000;

/** After the owner has compared the words: `guest` is one of the shop's tablets from now on. */
export async function letGuestIn(
  context: TabletContext,
  { number, words }: Invitation,
  guest: Guest,
): Promise<Result<null, PairingProblem>> {
  const { deps, tablets, line } = context;
  const { pass, keys } = await requiredState(tablets);
  const [meta, settings] = await Promise.all([readMeta(deps.db), readSettings(deps.db)]);
  if (meta === undefined || settings === undefined) return failed('refused');
  const guestPass = newSecret();
  const passHash = await hashPass(guestPass);
  const admitted = await line.ask({
    method: 'POST',
    path: 'tablets',
    pass,
    body: { id: guest.id, passHash },
  });
  if (!admitted.ok) return failed(pairingProblemOf(admitted.problem));
  const { shopId } = meta;
  const row = newTablet(guest, await nextStamp(context));
  await changeRoster(context, [{ ...row, passHash }]);
  const roster = await tablets.roster.toArray();
  const welcome = { shopId, pass: guestPass, keys, roster, settings };
  const letter = await answerLetter(welcome, guest, words);
  if (letter === undefined) return failed('refused');
  const path = `mail/${number}/answer`;
  const answered = await line.ask({ method: 'PUT', path, pass, body: { letter } });
  return answered.ok ? ok(null) : failed(pairingProblemOf(answered.problem));
}
