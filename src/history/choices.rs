//! Enums that documents hold.

/// An enum whose values are written in small letters everywhere: rows, files, forms.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($value:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($value),* }

        impl $name {
            pub const ALL: &[Self] = &[$(Self::$value),*];
        }
    };
}
pub(crate) use choices;
