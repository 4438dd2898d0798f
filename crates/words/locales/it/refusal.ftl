# Why something cannot be done, and why money did not come

refusal-offline = Questo non si può fare online. Si rivolga all’assistenza.
refusal-already-canceled = Questo abbonamento è già terminato.
refusal-cancelation-pending = Questo abbonamento è già disdetto.
refusal-not-scheduled = Questo abbonamento non è disdetto, quindi non c’è nulla da annullare.
refusal-end-set-by-merchant = La fine di questo abbonamento è stata fissata da noi. Si rivolga all’assistenza.
refusal-without-seats = Questo piano ha un prezzo unico, qualunque sia il numero di posti.
refusal-past-due = Una fattura non è pagata. Una volta pagata potrà passare a un piano superiore.
refusal-too-few-seats = Questo piano parte da più posti.
refusal-too-many-seats = Questo piano non ha così tanti posti. Per averne di più si rivolga all’assistenza.
refusal-assigned-seats = Sono assegnati più posti a persone del suo team. Ne liberi prima alcuni.
refusal-contract = Il contratto mantiene quanto concordato fino alla sua fine.
refusal-no-change = Non è prevista alcuna modifica, quindi non c’è nulla da annullare.
refusal-change-set-by-merchant = Questa modifica è stata fissata da noi. Si rivolga all’assistenza.
refusal-last-method = Il suo abbonamento si paga con questo. Aggiunga prima un altro metodo di pagamento, poi potrà rimuoverlo.
refusal-default-method = Le sue fatture si pagano con questo. Renda prima predefinito un altro metodo di pagamento.
refusal-already-default = Le sue fatture si pagano già con questo.
refusal-no-method = Aggiunga prima un metodo di pagamento.
refusal-nothing-due = Qui non resta nulla da pagare.
decline-declined = La sua banca ha rifiutato il pagamento. Usi un altro metodo di pagamento o chieda il motivo alla banca.
decline-funds = Il saldo del conto non è sufficiente. Usi un altro metodo di pagamento o riprovi più tardi.
decline-expired = La carta è scaduta. La aggiorni o usi un altro metodo di pagamento.
decline-not-confirmed = Il pagamento non è stato confermato con la sua banca. Riprovi.
