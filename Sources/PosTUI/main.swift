print("postui")
