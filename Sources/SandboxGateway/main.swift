print("cpay-sandbox")
