//! Enums that documents hold.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// An enum that forms offer as choices.
pub trait Choose: Serialize + DeserializeOwned + 'static {
    fn all() -> &'static [Self];

    /// How its values are written.
    fn names() -> Vec<String> {
        let values = Self::all().iter().filter_map(|value| serde_json::to_value(value).ok());
        values.filter_map(|value| value.as_str().map(str::to_owned)).collect()
    }
}

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

        impl $crate::history::Choose for $name {
            fn all() -> &'static [Self] {
                Self::ALL
            }
        }
    };
}
pub(crate) use choices;
