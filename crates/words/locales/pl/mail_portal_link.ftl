# The link by mail: sent by staff, or asked for anew

mail-link-subject = Państwa rozliczenia z { $business }
mail-link-preheader = Faktury i subskrypcja w { $business }. Bez hasła.
mail-link-says = Oto link do Państwa rozliczeń z { $business }: można tam przejrzeć faktury i zarządzać subskrypcją. Hasło nie jest potrzebne.
mail-link-button = Otwórz moje rozliczenia
mail-link-closing = Prosimy nie przekazywać tej wiadomości: kto pierwszy otworzy link, zobaczy Państwa rozliczenia. Jeśli nie oczekiwali Państwo tej wiadomości, można ją zignorować.
mail-recovery-subject = Nowy link do Państwa rozliczeń z { $business }
mail-recovery-preheader = Oto nowy link, o który poproszono. Wcześniejsze linki już nie działają.
mail-recovery-heading = Oto nowy link
mail-recovery-says = Ktoś, najpewniej Państwo, poprosił o nowy link do rozliczeń z { $business }. Wcześniejsze linki już nie działają.
mail-recovery-closing = Jeśli prośba nie pochodzi od Państwa, można zignorować tę wiadomość: nie trafiła do nikogo innego i nic nie zostało zmienione.
