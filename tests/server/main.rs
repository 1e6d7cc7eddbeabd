//! The portal as a machine: its server on raw sockets, its commands as processes, its own Postgres.

mod child;
mod commands;
mod durable;
mod embedded;
mod generate;
mod http;
mod provider;
mod raw;
mod seed;
mod support;
