// The same that docs/operating.md advises, with this machine's ports.

/** PgBouncer in transaction mode before the primary. */
export const pgbouncerConfig = (port: number, primary: number) => `[databases]
tribune = host=127.0.0.1 port=${primary} dbname=tribune user=tribune connect_query='set statement_timeout = 10000; set max_parallel_workers_per_gather = 0'

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 20
max_client_conn = 500
server_login_retry = 1
query_wait_timeout = 10
`;

/** HAProxy before the app's processes. What was sent is never sent twice: a retry is for a connection that was not made. */
export const haproxyConfig = (port: number, apps: number[]) => `global
  maxconn 2000

defaults
  mode http
  timeout connect 1s
  timeout client 60s
  timeout server 60s
  timeout tunnel 1h
  option forwardfor
  retries 3
  retry-on conn-failure
  option redispatch 1

frontend people
  bind 127.0.0.1:${port}
  default_backend tribune

backend tribune
  balance leastconn
  option httpchk GET /readyz
  http-check expect status 200
  option allbackups
  default-server inter 1s fastinter 200ms fall 2 rise 1
${apps.map((app, number) => `  server app${number + 1} 127.0.0.1:${app} check`).join("\n")}
${apps.map((app, number) => `  server app${number + 1}-anyway 127.0.0.1:${app} backup`).join("\n")}
`;
