//! `portail`: see `cli`.

fn main() -> std::process::ExitCode {
    portail::cli::run()
}
