//! Much content by one command.

use crate::child::portail;
use crate::support::folder;

#[test]
fn a_data_folder_is_filled_once() {
    let data = folder("generated");
    let generate = || {
        let sizes = ["generate", "--missions", "3", "--people", "5", "--articles", "2", "--seed", "4"];
        let mut command = portail(&sizes);
        let output = command.arg("--data").arg(&data).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let said = generate();
    assert!(said.contains("mission: 3 of 3") && said.contains(" created, 0 left as they are"), "{said}");
    assert!(generate().contains("Documents: 0 created"));
}
