// What the shop knows of its printers, and which of them this tablet prints with.

import type { PrinterFit } from '#domain/shop/printing.ts';
import type { Paper } from '#domain/shop/settings.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { ok, type Result } from '#lib/result.ts';
import { keysOf } from '#lib/typed-keys.ts';
import type { PaperFit, PaperSheet } from '#paper/marks.ts';
import { pageSizes } from '#paper/page-sizes.ts';
import { fittedSheet } from '#paper/printer-fit.ts';
import { localStore, type LocalStore } from '#platform/browser-storage/local-store.ts';
import { loadSettings } from '#app/shop/settings.ts';
import { changeSettings } from '#app/shop/change-settings.ts';
import type { Deps } from '#app/deps.ts';

/** Each printer that was measured, once, by name. */
export function printerNames(printers: readonly PrinterFit[]): readonly string[] {
  return [...new Set(printers.map(({ printer }) => printer))].toSorted();
}

/** How `printer` draws on `paper`, or null while nobody measured it. */
export function fitOfPrinter(
  printers: readonly PrinterFit[],
  printer: string,
  paper: Paper,
): PaperFit | null {
  return printers.find((each) => each.printer === printer && each.paper === paper) ?? null;
}

/** The sheets as `printer` has to be given them. Only paper that it was measured on is adjusted. */
export function fittedSheets(
  sheets: readonly PaperSheet[],
  printers: readonly PrinterFit[],
  printer: string,
): readonly PaperSheet[] {
  return sheets.map((sheet) => {
    const paper = keysOf(pageSizes).find(
      (each) => pageSizes[each].w === sheet.w && pageSizes[each].h === sheet.h,
    );
    return paper === undefined ? sheet : fittedSheet(sheet, fitOfPrinter(printers, printer, paper));
  });
}

export async function savePrinterFit(
  deps: Deps,
  fit: PrinterFit,
): Promise<Result<PrinterFit, WriteProblem>> {
  const { printers } = await loadSettings(deps);
  const others = printers.filter(
    (each) => each.printer !== fit.printer || each.paper !== fit.paper,
  );
  const saved = await changeSettings(deps, { printers: [...others, fit] });
  return saved.ok ? ok(fit) : saved;
}

const printerKey = 'regulars.printer';

/** The printer that this tablet printed with last; empty for none. */
export function usualPrinter(store: LocalStore = localStore()): string {
  return store.get(printerKey) ?? '';
}

export function setUsualPrinter(printer: string, store: LocalStore = localStore()): void {
  store.set(printerKey, printer);
}
