import { m } from '#ui/messages.ts';

export interface KeepRule {
  readonly question: string;
  readonly answer: string;
  /** Laws and authorities, by the names they have everywhere. */
  readonly source: string;
}

/** The questions that shopkeepers ask, in the order in which they come up. */
export function keepRules(): readonly KeepRule[] {
  return [
    rule(m.keep_q_book, m.keep_a_book, 'GDPR 6(1)(f)'),
    rule(m.keep_q_tell, m.keep_a_tell, 'GDPR 13, 21(4)'),
    rule(m.keep_q_post, m.keep_a_post, 'GDPR 21; ICO; CNIL; OLG Frankfurt 6 U 54/19'),
    rule(m.keep_q_email, m.keep_a_email, 'PECR 22; UWG § 7; 2002/58/EC 13'),
    rule(m.keep_q_wall, m.keep_a_wall, 'GDPR 6(1)(a), 7(1)'),
    rule(m.keep_q_access, m.keep_a_access, 'GDPR 15, 12(3)'),
    rule(m.keep_q_erase, m.keep_a_erase, 'GDPR 17'),
    rule(m.keep_q_long, m.keep_a_long, 'GDPR 5(1)(e); CNIL'),
    rule(m.keep_q_children, m.keep_a_children, 'GDPR 8'),
    rule(m.keep_q_health, m.keep_a_health, 'GDPR 9'),
  ];
}

function rule(question: () => string, answer: () => string, source: string): KeepRule {
  return { question: question(), answer: answer(), source };
}
