//! The portal as a machine: its server on raw sockets, its commands as processes, its own Postgres.

mod accounts;
mod child;
mod commands;
mod download;
mod durable;
mod embedded;
mod generate;
mod http;
mod mirror;
mod raw;
mod seed;
mod support;
