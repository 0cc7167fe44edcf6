"""Random queries over random files, answered by nyckeltal and by DuckDB."""
