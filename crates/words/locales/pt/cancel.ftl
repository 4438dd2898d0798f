# The questions before a subscription is cancelled, and before that is taken back

cancel-used = Isso e o que você usar até o fim é cobrado no fim.
