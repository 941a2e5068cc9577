print("litgrad")
