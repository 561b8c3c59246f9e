import { audiencesPolicy } from '#domains/audiences/index.ts';
import { channelsPolicy } from '#domains/channels/index.ts';
import { editorialPolicy } from '#domains/editorial/index.ts';
import { metricsPolicy } from '#domains/metrics/index.ts';
import { organizationPolicy } from '#domains/organization/index.ts';
import { planPolicy, workPolicy } from '#domains/plan/index.ts';
import { openApiDoor } from './api.ts';
import { endpoints } from './endpoints.ts';

export const api = openApiDoor(endpoints, {
  ...organizationPolicy,
  ...planPolicy,
  ...workPolicy,
  ...audiencesPolicy,
  ...channelsPolicy,
  ...editorialPolicy,
  ...metricsPolicy,
});
