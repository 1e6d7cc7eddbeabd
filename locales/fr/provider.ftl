# Entrer avec le compte de l’entreprise.
provider-button = Entrer avec le compte de l’entreprise
provider-leave = Vous partez vers { $name }
provider-leave-deck = C’est là que votre entreprise tient ses comptes. Vous y entrez, puis vous revenez ici.
provider-leave-do = Continuer
provider-leave-fine = La page s’ouvre d’elle-même. Votre mot de passe reste là-bas : ce portail ne le voit pas.

provider-away = Le compte de l’entreprise ne répond pas. Réessayez dans un moment, ou prenez une autre voie.
provider-wrong = Le compte de l’entreprise a donné une réponse que ce portail ne peut pas croire. Réessayez ; si cela dure, prenez une autre voie et dites-le à un administrateur.
provider-denied = Le compte de l’entreprise ne vous a pas laissé passer, ou vous avez renoncé. Réessayez, ou prenez une autre voie.
provider-lost = Cette entrée est périmée : elle a été commencée il y a plus de dix minutes ou dans un autre navigateur, ou elle a déjà servi. Recommencez d’ici.
provider-unknown = Votre entreprise vous connaît, mais vous n’avez pas de compte sur ce portail. Demandez une invitation.
provider-no-email = Le compte de l’entreprise ne donne pas d’adresse e-mail pour vous. Demandez à qui tient ces comptes d’y inscrire la vôtre.
provider-unverified = Le compte de l’entreprise n’a pas vérifié votre adresse e-mail. Vérifiez-la là-bas, puis recommencez.
provider-taken = Une autre personne de l’entreprise entre déjà par le compte qui porte votre adresse. Un administrateur du portail peut y remédier.
provider-no-role = Votre compte de l’entreprise n’a pas de rôle sur ce portail. Demandez-en un à qui tient ces comptes.
provider-off = Les comptes de l’entreprise n’ouvrent plus ce portail. Prenez une autre voie.
provider-too-many = Trop d’essais depuis votre réseau. Réessayez dans un quart d’heure, ou prenez une autre voie.
