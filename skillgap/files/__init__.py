"""The I/O edge: paths, TOML, packs, assessments, reports, plans and settings."""
