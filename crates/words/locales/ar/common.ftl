list-comma = { "، " }
list-and = { $first } و{ $last }
contact-please = يُرجى التواصل مع { $business }.
