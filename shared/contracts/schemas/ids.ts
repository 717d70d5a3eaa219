import * as kernel from '../../kernel/ids.ts';
import { idText } from './text.ts';

export const certificationEventId = idText.transform(kernel.certificationEventId);
export const organizationId = idText.transform(kernel.organizationId);
export const userId = idText.transform(kernel.userId);
export const categoryId = idText.transform(kernel.categoryId);
export const ruleId = idText.transform(kernel.ruleId);
export const groupId = idText.transform(kernel.groupId);
export const runId = idText.transform(kernel.runId);
export const snapshotId = idText.transform(kernel.snapshotId);
export const uploadId = idText.transform(kernel.uploadId);
export const messageId = idText.transform(kernel.messageId);
export const requestId = idText.transform(kernel.requestId);
