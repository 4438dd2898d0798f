# Why something cannot be done, and why money did not come

refusal-offline = Cela n’est pas possible en ligne. Veuillez contacter l’assistance.
refusal-already-canceled = Cet abonnement est déjà terminé.
refusal-cancelation-pending = Cet abonnement est déjà résilié.
refusal-not-scheduled = Cet abonnement n’est pas résilié : il n’y a rien à annuler.
refusal-end-set-by-merchant = La fin de cet abonnement a été fixée par nos soins. Veuillez contacter l’assistance.
refusal-without-seats = Cette formule a un prix unique, quel que soit le nombre de sièges.
refusal-past-due = Une facture n’est pas payée. Une fois réglée, vous pourrez passer à une formule supérieure.
refusal-too-few-seats = Cette formule commence avec davantage de sièges.
refusal-too-many-seats = Cette formule ne comporte pas autant de sièges. Pour en avoir plus, veuillez contacter l’assistance.
refusal-assigned-seats = Davantage de sièges sont attribués à des personnes de votre équipe. Libérez-en d’abord.
refusal-contract = Votre contrat maintient ce qui a été convenu jusqu’à son terme.
refusal-no-change = Aucun changement n’est prévu : il n’y a rien à annuler.
refusal-change-set-by-merchant = Ce changement a été fixé par nos soins. Veuillez contacter l’assistance.
refusal-last-method = Il sert à payer votre abonnement. Ajoutez d’abord un autre moyen de paiement, vous pourrez ensuite supprimer celui-ci.
refusal-default-method = Il sert à payer vos factures. Choisissez d’abord un autre moyen de paiement par défaut.
refusal-already-default = Il sert déjà à payer vos factures.
refusal-no-method = Veuillez d’abord ajouter un moyen de paiement.
refusal-nothing-due = Il ne reste rien à payer ici.
decline-declined = Votre banque a refusé le paiement. Veuillez utiliser un autre moyen de paiement, ou en demander la raison à votre banque.
decline-funds = Le solde du compte est insuffisant. Veuillez utiliser un autre moyen de paiement, ou réessayer plus tard.
decline-expired = La carte a expiré. Veuillez la mettre à jour ou utiliser un autre moyen de paiement.
decline-not-confirmed = Le paiement n’a pas été confirmé auprès de votre banque. Veuillez réessayer.
