# Why something cannot be done, and why money did not come

refusal-offline = オンラインではお手続きいただけません。サポートまでお問い合わせください。
refusal-already-canceled = このご契約はすでに終了しています。
refusal-cancelation-pending = このご契約はすでに解約のお手続き済みです。
refusal-not-scheduled = このご契約は解約されていないため、取り消すものがありません。
refusal-end-set-by-merchant = このご契約の終了は当社が設定したものです。サポートまでお問い合わせください。
refusal-without-seats = このプランの料金は席数にかかわらず一律です。
refusal-past-due = 未払いの請求書があります。お支払い後にアップグレードいただけます。
refusal-too-few-seats = このプランにはより多くの席数が必要です。
refusal-too-many-seats = このプランではその席数をご利用いただけません。増やすにはサポートまでお問い合わせください。
refusal-assigned-seats = それより多くの席がチームのメンバーに割り当てられています。先に席を空けてください。
refusal-contract = 契約期間の終了までは、合意した内容が維持されます。
refusal-no-change = 予約された変更がないため、取り消すものがありません。
refusal-change-set-by-merchant = この変更は当社が設定したものです。サポートまでお問い合わせください。
refusal-last-method = ご契約のお支払いに使われています。別のお支払い方法を登録してから削除してください。
refusal-default-method = 請求書のお支払いに使われています。先に別のお支払い方法を既定に設定してください。
refusal-already-default = すでに請求書のお支払いに使われています。
refusal-no-method = 先にお支払い方法をご登録ください。
refusal-nothing-due = ここでお支払いいただくものはありません。
decline-declined = 銀行がお支払いを承認しませんでした。別のお支払い方法をご利用いただくか、銀行に理由をお問い合わせください。
decline-funds = 口座の残高が不足しています。別のお支払い方法をご利用いただくか、後ほどもう一度お試しください。
decline-expired = カードの有効期限が切れています。カード情報を更新するか、別のお支払い方法をご利用ください。
decline-not-confirmed = 銀行でのお支払いの確認が完了していません。もう一度お試しください。
