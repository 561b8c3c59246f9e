import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What Prometheus reads at /hooks/metrics (https://prometheus.io/docs/practices/naming/). */
export const registry = new Registry();
collectDefaultMetrics({ register: registry });

export const httpSeconds = new Histogram({
  name: 'pregon_http_request_seconds',
  help: 'Time to answer a request',
  labelNames: ['method', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 5],
  registers: [registry],
});
