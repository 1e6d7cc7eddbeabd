//! The words that generated documents are made of. All names are invented.

use super::random::Random;

pub const GIVEN: [&str; 40] = [
    "Adèle",
    "Aïcha",
    "Alix",
    "Anaïs",
    "Baptiste",
    "Bérénice",
    "Camille",
    "Célestin",
    "Chloé",
    "Clément",
    "Côme",
    "Dominique",
    "Éloïse",
    "Émile",
    "Fatou",
    "Félix",
    "Gaspard",
    "Gaëlle",
    "Hélène",
    "Inès",
    "Joséphine",
    "Karim",
    "Léonie",
    "Loïc",
    "Lucie",
    "Maël",
    "Manon",
    "Maxence",
    "Naïma",
    "Noémie",
    "Océane",
    "Ophélie",
    "Raphaël",
    "Rémi",
    "Salomé",
    "Théo",
    "Ulysse",
    "Valentin",
    "Yasmine",
    "Zoé",
];

/// Made of two halves: « Valclair », « Tournebrune »…
const FAMILY: [&str; 24] = [
    "Val", "Tourne", "Clair", "Brise", "Roche", "Haute", "Cour", "Mire", "Font", "Chante", "Pierre", "Bel", "Grande",
    "Forte", "Tré", "Lan", "Ker", "Mont", "Passe", "Vigne", "Taille", "Plan", "Sauve", "Garde",
];
const HALF: [&str; 20] = [
    "brune", "lac", "mare", "vent", "doré", "noise", "pluie", "cerf", "lune", "fosse", "gel", "vallon", "mousse",
    "rive", "braise", "mirail", "chêne", "sente", "grive", "tilleul",
];

pub const CLIENTS: [&str; 16] = [
    "Ateliers",
    "Clinique",
    "Coopérative",
    "Fonderie",
    "Imprimerie",
    "Laboratoire",
    "Librairie",
    "Maison",
    "Mutuelle",
    "Papeterie",
    "Scierie",
    "Tissages",
    "Transports",
    "Verrerie",
    "Vignobles",
    "Brasserie",
];
pub const SECTORS: [&str; 10] = [
    "agriculture",
    "assurance",
    "biomédical",
    "commerce",
    "énergie",
    "industrie",
    "logistique",
    "optique",
    "santé",
    "transport",
];
pub const PLACES: [&str; 8] =
    ["Villeurbanne", "Lyon", "Saint-Étienne", "Grenoble", "Annecy", "Valence", "Roanne", "Bourg-en-Bresse"];

/// Halves of names of technologies: « Norvex », « Talir »…
pub const TECHNOLOGY: [&str; 16] =
    ["Nor", "Tal", "Quor", "Ziv", "Bram", "Pyl", "Vex", "Orb", "Krel", "Fen", "Mur", "Sol", "Dex", "Gri", "Lum", "Tor"];
pub const TECHNOLOGY_END: [&str; 12] =
    ["vex", "ir", "base", "flow", "net", "lys", "graphe", "dor", "script", "plan", "lab", "um"];

pub const WORK: [&str; 14] = [
    "Prévision",
    "Détection",
    "Classement",
    "Mesure",
    "Reprise",
    "Suivi",
    "Rapprochement",
    "Cartographie",
    "Lecture",
    "Estimation",
    "Audit",
    "Refonte",
    "Tri",
    "Contrôle",
];
pub const MATTER: [&str; 20] = [
    "des ventes",
    "des défauts",
    "des factures",
    "des images",
    "des courriers",
    "des stocks",
    "des pannes",
    "des trajets",
    "des capteurs",
    "des contrats",
    "des avis",
    "des récoltes",
    "des dossiers",
    "des séries",
    "des consommations",
    "des ordonnances",
    "des montures",
    "des plans",
    "des mesures",
    "des réclamations",
];

const WHO: [&str; 10] = [
    "L’équipe",
    "Le client",
    "Le comité",
    "La cellule",
    "Le laboratoire",
    "Le service",
    "La direction",
    "L’atelier",
    "Le binôme",
    "Le prestataire",
];
const DID: [&str; 14] = [
    "a mesuré",
    "a comparé",
    "a repris",
    "a relu",
    "a trié",
    "a documenté",
    "a présenté",
    "a corrigé",
    "a simplifié",
    "a entraîné",
    "a nettoyé",
    "a livré",
    "a discuté",
    "a vérifié",
];
const WHAT: [&str; 18] = [
    "les séries de ventes",
    "les images du laboratoire",
    "le modèle de référence",
    "les mesures des capteurs",
    "le tableau de bord",
    "les scripts de calcul",
    "la base de données",
    "les annotations",
    "les hypothèses de départ",
    "le protocole d’essai",
    "les journaux du serveur",
    "la chaîne de traitement",
    "les résultats intermédiaires",
    "le cahier des charges",
    "les cas limites",
    "la documentation",
    "les jeux d’essai",
    "le plan de reprise",
];
const HOW: [&str; 14] = [
    "avec soin",
    "en deux semaines",
    "sur un échantillon",
    "avant la livraison",
    "avec les utilisateurs",
    "sans arrêter la production",
    "après un premier essai",
    "en trois passes",
    "selon une règle commune",
    "pour préparer la suite",
    "à la demande du client",
    "avec un outil libre",
    "malgré des données incomplètes",
    "dans les délais prévus",
];

pub fn family(random: &mut Random) -> String {
    format!("{}{}", random.one(&FAMILY), random.one(&HALF))
}

/// One sentence of a few words.
pub fn sentence(random: &mut Random) -> String {
    format!("{} {} {} {}.", random.one(&WHO), random.one(&DID), random.one(&WHAT), random.one(&HOW))
}

pub fn sentences(random: &mut Random, count: usize) -> String {
    let all: Vec<_> = (0..count).map(|_| sentence(random)).collect();
    all.join(" ")
}

/// « Prévision des ventes »
pub fn subject(random: &mut Random) -> String {
    format!("{} {}", random.one(&WORK), random.one(&MATTER))
}

/// A month, written as dates are.
pub fn month(random: &mut Random, first: usize, last: usize) -> String {
    format!("{}-{:02}", random.between(first, last), random.between(1, 12))
}
