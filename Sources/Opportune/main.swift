print("opportune")
