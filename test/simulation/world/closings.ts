import type { AttributeValues } from '../../contract/engine/attribute-values.ts';
import { textAt } from '../aws/values.ts';

/** Watches the order of writes, which no clock tells: once the fence is shut, no participant is written any more. */
export class Closings {
  readonly #shut = new Set<string>();
  readonly late: string[] = [];

  see(item: AttributeValues): void {
    const [, event = '', kind = ''] = /^EVT#([^#]+)#(FENCE|P)/.exec(textAt(item, 'pk') ?? '') ?? [];
    if (kind === 'FENCE' && textAt(item, 'status') === 'CLOSED') this.#shut.add(event);
    if (kind === 'P' && this.#shut.has(event))
      this.late.push(`participant ${textAt(item, 'sk') ?? ''} of ${event} was written after the close`);
  }
}
