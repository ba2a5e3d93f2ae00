// Words of receipts in the languages that lists come in, folded: what makes a row no visit.

import { normalizeText } from '#lib/normalize-text.ts';
import { textOf } from './cell-text.ts';

const refund =
  /^(?:refund|return|credit note|chargeback|charge back|erstattung|ruckerstattung|ruckgabe|gutschrift|remboursement|rembourse|avoir|retour|zwrot|reembolso|devolucion|rimborso|reso|terugbetaling|creditnota|aterbetalning|retur|kreditfaktura|estorno|devolucao|возврат|返金)/u;
const cancelled =
  /^(?:cancel|disdett|odwolan|avbok|avbestall|desmarcad|afgezegd|decommand|skreslon|void|fail|declin|revers|reschedul|moved|verschoben|abgesagt|verlegt|deplace|reporte|reprogramad|spostato|verplaatst|ombokad|przelozon|abgebrochen|abgelehnt|storn|fehlgeschlagen|ungultig|annul|echoue|refuse|anulowan|anulad|cancelad|rechazad|fallid|fallito|rifiutat|geannuleerd|mislukt|avbruten|makulerad|misslyckad|nieudan|отмен|аннулир|キャンセル|取消)/u;
const noShow =
  /^(?:no ?show|not shown?|did ?n[o']?t (?:attend|come|show|turn up|arrive)|not (?:attended|arrived)|dna|missed|nicht gekommen|nicht da|versaumt|pas venu|n est pas venu|non honore|non venu|no asistio|no vino|no acudio|ausente|non si e presentat|non venut|assente|niet gekomen|niet op komen dagen|afwezig|uteblev|kom inte|dok inte upp|faltou|nao veio|nie przysz|nie stawi|nieobecn|не приш|не яв|nicht erschienen|absent|non presente|no se presento|no presentado|non presentato|niet verschenen|utebliven|nao compareceu|nieobecn|неявка)/u;
const pending =
  /^(?:pending|unpaid|draft|open|on hold|parked|saved|held|geparkt|denied|expired|authori[sz]ed|hold|ausstehend|offen|entwurf|en attente|brouillon|impaye|pendiente|borrador|in sospeso|bozza|in behandeling|concept|openstaand|vantande|utkast|pendente|rascunho|oczekuj|szkic|nieoplacon)/u;
const notASale =
  /\b(?:payout|withdrawal|transfer|deposit to|fee|bill user payment|auszahlung|gebuhr|uberweisung|versement|virement|frais|retiro|transferencia|prelievo|bonifico|commissione|uitbetaling|utbetalning|wyplata|pay ?in|pay ?out|cash in|cash out|einlage|entnahme|quote|quotation|estimate|pro ?forma|angebot|kostenvoranschlag|devis|presupuesto|preventivo|offerte|offert|orcamento|anfangsbestand|kassenbestand|kassensturz|opening (?:float|balance)|cash (?:float|drop|count)|fond de caisse|bankeinzahlung|geldtransit)\b/u;
const paymentLine =
  /^(?:payment|tender|zahlung|bezahlung|paiement|reglement|pago|pagamento|betaling|betalning|platnosc|оплата)(?!\p{Letter})/u;
const itemLine =
  /(?:\bline\b|\bitem\b|position|artikel|\bligne\b|\barticle\b|produ[ck]t|linea|articulo|riga|articolo|regel|\brad\b|linha|pozycja|modifier)/u;
const tipLine = /^(?:tip|gratuity|trinkgeld|pourboire|propina|mancia|fooi|dricks|gorjeta|napiwek)/u;
const total =
  /^(?:grand |sub ?|sum ?)?totals?$|^(?:total|summe|totale|totaal|summa|suma|somme|soma) .{0,20}$|^(?:sum|summary|summe|zwischensumme|gesamt|gesamtsumme|gesamtbetrag|endsumme|insgesamt|somme|total general|sous total|suma|suma total|totale|totale generale|subtotale|somma|totaal|subtotaal|eindtotaal|summa|totalsumma|delsumma|total geral|soma|razem|lacznie|ogolem|итого|всего|合計|小計|総計|average|mittelwert|durchschnitt|count|anzahl)$/u;

const totalOf =
  /^(?:(?:daily|day|weekly|week|monthly|month|yearly|year|report|page|running|overall|period|net|gross|order|customer|category) (?:sub ?)?totals?|(?:tages|wochen|monats|jahres|seiten|teil|end|general|netto|brutto)(?:summe|gesamt|umsatz|einnahmen|erlos)|gesamt(?:umsatz|einnahmen|erlos)|(?:gesamt|summe) (?:tag|woche|monat|seite|brutto|netto)|(?:dag|week|maand|dags|vecko|manads)(?:totaal|summa|total)|sous total .{1,20}|(?:suma|suma czesciowa|subtotal|subtotale|subtotaal|delsumma) .{1,20}|総合計|日計)$/u;
// "2 customers", "Anzahl Kunden: 12", "Records: 40".
const countedThings =
  '(?:customers?|clients?|contacts?|people|records?|rows?|entries|lines?|items?|transactions?|receipts?|orders?|visits?|kunden|kontakte|eintrage|zeilen|datensatze|belege|clientes?|contactos|registros|filas|lignes|enregistrements|tickets|clienti|contatti|righe|voci|klanten|regels|records|kunder|rader|poster|linhas|klientow|rekordow|wierszy|записей|строк|клиентов|件)';
const counted = new RegExp(
  `^(?:\\d+ ?${countedThings}(?: (?:found|listed|exported|gefunden|total))?|(?:total |number of |anzahl |nombre de |numero de |numero |aantal |antal |liczba )?${countedThings} \\d+)$`,
  'u',
);

// What a report writes below its lines: "Page 1 of 2", "End of report", "Erstellt am 21112026".
const reportLine =
  /^(?:(?:page|seite|pagina|sida|strona|pag) \d+(?:(?: (?:of|von|de|di|van|av|z|sur))? \d+)?|end of (?:report|list|file|data)|ende (?:des berichts|der liste)|fin (?:de la liste|del informe|du rapport)|(?:generated|printed|exported|report generated|report date|printed on|erstellt|gedruckt|exportiert|stand|imprime|edite|exporte|generado|impreso|exportado|generato|stampato|esportato|gegenereerd|afgedrukt|utskriven|skapad|wygenerowano|wydrukowano)(?: (?:on|at|by|am|um|von|le|el|il|op|den|dnia))? .*\d.*)$/u;

export type RejectedAs = 'refund' | 'cancelled' | 'no-show' | 'pending' | 'not-a-sale';

/** Why a receipt's type or status means that it is no visit; null when it does not. */
export function rejectedAs(cell: string): RejectedAs | null {
  const text = folded(cell);
  if (cancelled.test(text)) return 'cancelled';
  if (refund.test(text) || /\brefund\b/u.test(text)) return 'refund';
  if (noShow.test(text)) return 'no-show';
  if (pending.test(text)) return 'pending';
  return notASale.test(text) ? 'not-a-sale' : null;
}

/**
 * What a row of a receipt is by its type: the sale itself, one of its items, a payment or a tip.
 */
export function lineTypeOf(cell: string): 'sale' | 'item' | 'payment' | 'tip' {
  const text = folded(cell);
  if (tipLine.test(text)) return 'tip';
  if (itemLine.test(text)) return 'item';
  return paymentLine.test(text) ? 'payment' : 'sale';
}

/**
 * Whether a cell names a sum: "Total", "Zwischensumme:", "Daily total", "Tagessumme", "Totale
 * generale".
 */
export function isTotalWord(cell: string): boolean {
  const text = folded(cell);
  return total.test(text) || totalOf.test(text) || counted.test(text);
}

/** Whether a cell is what a report writes below its lines: "Page 1 of 2". */
export function isReportLine(cell: string): boolean {
  return reportLine.test(folded(cell));
}

function folded(cell: string): string {
  return normalizeText(textOf(cell))
    .replaceAll(/[\s_\-–/]+/gu, ' ')
    .replaceAll(/[:.!*]/gu, '')
    .trim();
}
