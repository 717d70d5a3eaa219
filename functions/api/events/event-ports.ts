import type { Ports } from '../../../shared/application/ports/ports.ts';
import type { ViewSource } from '../../../shared/application/views/certification-event-view.ts';

/** What the doors to certification events work with. */
export type EventPorts = Ports & ViewSource;
