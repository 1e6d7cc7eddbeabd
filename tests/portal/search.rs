//! The search, as a reader asks it.

use axum::http::StatusCode;

use crate::support::Site;

/// What is stored, what is asked, and whether it is found (accents, apostrophes, compounds, both forms of é).
const ASKED: [(&str, &str, bool); 24] = [
    ("Mission pour l'entreprise Élan", "elan", true),
    ("Mission pour l'entreprise Élan", "ELAN", true),
    ("Mission pour l'entreprise Élan", " Élan  ", true),
    ("Mission pour l’entreprise Élan", "l'entreprise", true),
    ("Mission pour l'entreprise Élan", "l’entreprise", true),
    ("Mission pour l’entreprise Élan", "entreprise", true),
    ("des réseaux neuronaux", "réseau neuronal", true),
    ("analyse d'images", "image", true),
    ("analyse d’images", "d'images", true),
    ("analyse d'images", "analyses", true),
    ("CCU-Historien", "historien", true),
    ("CCU-Historien", "ccu-historien", true),
    ("CCU-Historien", "ccu historien", true),
    ("data-visualisation", "datavisualisation", true),
    ("cœur de métier", "coeur", true),
    ("coeur de métier", "cœur", true),
    ("Cafe\u{301} data", "café", true),
    ("Café data", "cafe\u{301}", true),
    ("C++ et C#", "c++", true),
    ("Node.js", "node.js", true),
    ("chevaux", "cheval", true),
    ("tâche", "tache", true),
    ("Léonie", "leonie", true),
    ("Léonie", "Lionel", false),
];

fn address(asked: &str) -> String {
    format!("/recherche?{}", form_urlencoded::Serializer::new(String::new()).append_pair("q", asked).finish())
}

#[tokio::test]
async fn accents_apostrophes_and_compounds_never_decide() {
    let site = Site::empty().await;
    let texts: Vec<_> = ASKED
        .iter()
        .enumerate()
        .map(|(n, (text, _, _))| {
            (format!("offer/o{n}.toml"), format!("title = \"Offre {n}\"\npurpose = \"\"\"{text}\"\"\""))
        })
        .collect();
    let files: Vec<_> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    site.sow(&files).await;
    for (n, (text, asked, wanted)) in ASKED.iter().enumerate() {
        let page = site.get(&format!("{}&nature=offer", address(asked))).await;
        assert_eq!(page.status, StatusCode::OK, "{asked}");
        let found = page.attributes(".hits a", "href").contains(&format!("/offres/o{n}"));
        assert_eq!(found, *wanted, "“{asked}” in “{text}”");
    }
}

#[tokio::test]
async fn the_word_is_marked_as_it_is_written() {
    let site = Site::open().await;
    let page = site.get(&address("reseau")).await;
    assert!(page.select("mark").iter().any(|word| word.starts_with("Réseau")), "{:?}", page.select("mark"));
    assert!(page.text(".rail").contains("Organisations"), "{}", page.text(".rail"));
}

#[tokio::test]
async fn what_is_stored_or_asked_is_text_and_never_markup() {
    let site = Site::empty().await;
    let evil = "Essai <img src=x onerror=alert(1)> & <b>gras</b> </mark><script>1</script>";
    site.sow(&[("offer/essai.toml", &format!("title = {evil:?}\npurpose = {evil:?}"))]).await;
    for asked in ["essai", "gras", "script", evil, "\"", "'", "qu'est-ce", "a & !", "<->", "(", "\\", ":*", "%"] {
        let page = site.get(&address(asked)).await;
        assert_eq!(page.status, StatusCode::OK, "{asked}");
        let main = page.select("main img, main script, main b b");
        assert!(main.is_empty(), "{asked}: {main:?}");
    }
}

#[tokio::test]
async fn odd_questions_get_a_page() {
    let site = Site::open().await;
    for (query, status) in
        [("", 200), ("q=", 200), ("q=%00", 400), ("q=%FF", 400), ("q=a%01b", 200), ("nature=x&q=python", 200)]
    {
        assert_eq!(site.get(&format!("/recherche?{query}")).await.status.as_u16(), status, "{query}");
    }
    let long = site.get(&address(&"a ".repeat(300))).await;
    assert!(long.text(".deck").contains("Deux cents"), "{}", long.text(".deck"));
    let none = site.get(&address("introuvable")).await;
    assert!(none.text("main").contains("Rien ne porte ces mots"), "{}", none.text("main"));
    assert!(site.get(&address("pyth")).await.text("main").contains("Python"), "a beginning is enough");
}

#[tokio::test]
async fn a_search_asks_little_of_the_database_and_browsers_can_offer_it() {
    let site = Site::open().await;
    assert!(site.queries(&address("réseau")).await <= 6);
    let description = site.get("/opensearch.xml").await;
    assert!(description.html.contains("http://portail.test/recherche?q={searchTerms}"), "{}", description.html);
    assert!(description.html.contains("<ShortName>DataGenius</ShortName>"));
}

#[tokio::test]
async fn a_question_can_be_asked_otherwise_and_extracts_keep_texts_apart() {
    let site = Site::empty().await;
    site.sow(&[(
        "offer/a.toml",
        "title = \"Analyse\"\nsummary = \"Un tri\u{a0}: des zébus\"\npurpose = \"Leur compte\"",
    )])
    .await;
    let page = site.get(&address("zebus")).await;
    assert_eq!(page.attributes(".find [name=q]", "value"), ["zebus"]);
    assert!(page.text("h1").starts_with("Recherche") && page.text("title").contains("zebus"), "{}", page.text("title"));
    assert!(page.html.contains("tri\u{a0}: des <mark>zébus</mark> · Leur"), "{}", page.html);
    assert!(site.get("/").await.attributes(".find [name=q]", "value") == [""], "elsewhere nothing was asked");
}

#[tokio::test]
async fn the_kind_of_what_is_called_so_comes_first() {
    let site = Site::empty().await;
    site.sow(&[
        ("article/a.toml", "title = \"Un article\"\nsummary = \"Le CTO, encore le CTO\""),
        ("domain/d.toml", "title = \"Domaine\"\nsummary = \"Choisi par le CTO\""),
        ("post/cto.toml", "title = \"CTO\""),
        ("post/adjoint.toml", "title = \"Adjoint du CTO\""),
    ])
    .await;
    let page = site.get(&address("cto")).await;
    assert_eq!(page.select(".hits h2")[0], "Postes 2");
    assert_eq!(page.select(".hits li a")[..2], ["CTO", "Adjoint du CTO"], "what is called just so before the rest");
}

#[tokio::test]
async fn whatever_refers_to_a_name_is_found_by_it_also_once_it_is_renamed() {
    let site = Site::empty().await;
    site.sow(&[
        ("technology/resnet50.toml", "name = \"ResNet50\""),
        ("organisation/acme.toml", "name = \"Acme\""),
        ("mission/biomeca.toml", "title = \"BioMéca\"\nclient = \"acme\"\naim = \"Reconnaître une lésion\"\n[[technologies]]\nkey = \"r\"\ntechnology = \"resnet50\"\nrole = \"method\""),
    ])
    .await;
    let page = site.get(&address("resnet50")).await;
    assert_eq!(page.select(".hits h2"), ["Techniques 1", "Missions 1"]);
    assert_eq!(page.select(".hits mark"), ["ResNet50", "ResNet50"], "why the mission is here");
    site.sow(&[("technology/resnet50.toml", "name = \"Grand réseau\"")]).await;
    assert!(site.get(&address("resnet50")).await.select(".hits a").is_empty());
    assert_eq!(site.get(&address("\"grand réseau\"")).await.select(".hits li a"), ["Grand réseau", "BioMéca"]);
    assert_eq!(site.get(&address("-python")).await.select(".hits li a").len(), 3, "what is left out leads nowhere");
}

/// Who did what for whom, with which technique: no text says it, the references do.
#[tokio::test]
async fn several_names_find_what_refers_to_them_all() {
    let site = Site::open().await;
    for asked in ["robin biomeca", "samy biomeca", "robin python", "python biomeca", "Biomeca ROBIN"] {
        let page = site.get(&address(asked)).await;
        let first = page.select(".hits").remove(0);
        assert!(first.starts_with("Missions") && first.contains("BioMéca"), "{asked}: {first}");
        assert!(page.select(".hits mark").len() > 1, "{asked}: why it is here");
        assert_eq!(page.select(".hits h2").len(), page.select(".rail li").len() - 1, "{asked}: each kind once");
    }
    let named = site.get(&address("michel condemine")).await;
    assert_eq!(named.select(".hits li a").remove(0), "Michel Condemine", "what is called so comes first");
    assert!(site.get(&address("robin zanzibar")).await.select(".hits a").is_empty());
    assert!(site.get(&address("robin -biomeca")).await.select(".hits").iter().all(|one| !one.contains("BioMéca")));
}

#[tokio::test]
async fn no_sign_of_markdown_is_read_in_an_extract() {
    let site = Site::open().await;
    let text =
        "# Titre\\n\\nLe **zébrage** se voit, voir [la suite](/missions/biomeca) : `x_1`.\\n\\n- premier\\n- second";
    site.sow(&[("article/zebre.toml", &format!("title = \"Zèbre\"\nbody = \"{text}\""))]).await;
    let page = site.get(&address("zébrage")).await;
    let found = page.select(".hits li").join(" ");
    for words in ["Le zébrage se voit", "voir la suite", "x_1", "premier", "second"] {
        assert!(found.contains(words), "{words}: {found}");
    }
    assert!(!found.contains(['*', '`', '#', '[', '(']), "{found}");
}

#[tokio::test]
async fn no_key_of_a_row_is_read_in_an_extract() {
    let site = Site::empty().await;
    let company = "name = \"Acme\"\nmain_stake = \"ressources-humaines\"\n[[statements]]\nkey = \"ressources-humaines\"\n\
                   title = \"Recruter\"\ntext = \"Des zébus\"";
    site.sow(&[("company/acme.toml", company)]).await;
    assert!(!site.get(&address("zébus")).await.html.contains("ressources-humaines"));
    assert!(site.get(&address("\"ressources-humaines\"")).await.select(".hits a").is_empty());
}

/// Thousands of documents that only say the words, each of them often, made as saves make them.
const WEAKER: &str = "WITH made AS (
        INSERT INTO document (id, kind, title, version)
        SELECT gen_random_uuid(), CASE n % 2 WHEN 0 THEN 'technology' ELSE 'mission' END, 'Aaa ' || n, 1
        FROM generate_series(1, 3000) n RETURNING *),
    addressed AS (
        INSERT INTO slug (kind, slug, document_id, current) SELECT kind, 'a' || id, id, true FROM made)
    INSERT INTO search_entry (document_id, kind, title, body, entry, lines)
    SELECT id, kind, title, body, setweight(to_tsvector('portail', title), 'A') || setweight(to_tsvector('portail', body), 'B'),
        lines_of(body)
    FROM made, repeat('foret aleatoire, ', 20) AS body";

#[tokio::test]
async fn what_is_called_so_comes_first_among_thousands_that_only_say_it() {
    let site = Site::empty().await;
    let long = format!("{}Une forêt aléatoire{}", "mot ".repeat(300), " autre".repeat(300));
    site.sow(&[
        ("technology/z.toml", "name = \"Forêt aléatoire\""),
        ("technology/y.toml", "name = \"Zzz\"\n[[aliases]]\nkey = \"a\"\nname = \"Forêt Aléatoire\""),
        ("technology/x.toml", &format!("name = \"Zzy\"\nsummary = {long:?}")),
        ("organisation/acme.toml", "name = \"Acme\""),
        (
            "mission/m.toml",
            "title = \"Zzw\"\nclient = \"acme\"\n[[technologies]]\nkey = \"z\"\ntechnology = \"z\"\nrole = \"method\"",
        ),
    ])
    .await;
    sqlx::query(WEAKER).execute(&site.store.pool).await.unwrap();
    let asked = address("foret aléatoire");
    let page = site.get(&asked).await;
    assert_eq!(page.select(".hits h2"), ["Techniques 1503", "Missions 1501"]);
    assert_eq!(page.select(".hits li a")[..2], ["Forêt aléatoire", "Zzz"], "its name, then another name");
    let one = site.get(&format!("{asked}&nature=technology")).await.select(".hits li a");
    assert_eq!(one[..3], ["Forêt aléatoire", "Zzz", "Aaa 10"], "then all alike, by their titles");
    assert!(one.len() == 100 && !one.contains(&"Zzy".to_owned()), "what says it once in a long text comes last");
}
