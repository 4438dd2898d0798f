# What went wrong, what it means and what to do next

error-not-found = Cette page est introuvable
error-not-found-means = L’adresse est peut-être incomplète, ou ce qu’elle montrait n’existe plus.
error-not-allowed = Ceci n’est pas possible en ligne
error-not-allowed-means = Rien n’a été modifié. Nous le ferons volontiers pour vous.
error-stale = Cette page n’était plus à jour
error-stale-means = Quelque chose a changé depuis que vous l’avez ouverte ; nous n’avons donc rien fait. Veuillez vérifier et réessayer.
error-too-many = Cela fait beaucoup à la fois
error-too-many-means = Pour protéger votre compte, nous attendons un peu. Rien n’a été modifié ; veuillez réessayer dans quelques minutes.
error-internal = Une erreur s’est produite de notre côté
error-internal-means = Rien n’a été modifié à moitié : soit c’est fait, soit ce ne l’est pas. Veuillez réessayer dans un instant.
error-unavailable = Nous revenons tout de suite
error-unavailable-means = La facturation n’est pas accessible pour le moment. Vos données sont en sécurité ; veuillez réessayer dans quelques minutes.
error-home = Aller à l’aperçu
error-help = Besoin d’aide ? Veuillez contacter { $business }.
error-reference = Indiquez-nous cette référence : { $reference }.
