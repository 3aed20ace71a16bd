//! Facts and designations as published data: one module a format, one registry.
