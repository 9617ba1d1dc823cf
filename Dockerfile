# Two stages: what builds, and what runs. The image serves; PostgreSQL is given by DATABASE_URL (compose.yaml).
FROM node:24-bookworm-slim AS build
WORKDIR /ribera
COPY package.json package-lock.json ./
COPY patches patches
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node -e "import('./bin/prepare.mjs').then((its) => its.ensureBuilt())" \
  && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 RIBERA_DATA_DIR=/var/lib/ribera
WORKDIR /ribera
COPY --from=build --chown=root:root /ribera /ribera
RUN mkdir -p /var/lib/ribera && chown node: /var/lib/ribera
USER node
VOLUME /var/lib/ribera
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# No npm in between: signals reach the server itself.
CMD ["node", "--max-old-space-size=1536", "bin/start.mjs"]
