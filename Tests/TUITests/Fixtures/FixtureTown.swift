import Core

/// A part of George Town to draw: invented partners on real streets.
enum FixtureTown {
  /// Kind, name, and points as metres-free degrees: `latitude longitude` pairs.
  private static let streets: [(DiscoverBoard.Street.Kind, String, String)] = [
    (
      .coast, "George Town shore",
      ".3026 .3830 .3012 .3832 .2999 .3829 .2988 .3833 .2979 .3841 .2971 .3846 .2964 .3844 .2958 .3836 "
        + ".2950 .3832 .2941 .3833 .2933 .3839 .2925 .3838 .2916 .3834 .2905 .3837 .2895 .3843 .2883 .3842 "
        + ".2871 .3845 .2859 .3852"
    ),
    (.main, "North Church Street", ".3021 .3825 .3005 .3824 .2990 .3824 .2978 .3830 .2966 .3835 .2958 .3828"),
    (.main, "Harbour Drive", ".2958 .3828 .2949 .3826 .2940 .3827 .2928 .3831 .2916 .3828"),
    (
      .main, "South Church Street",
      ".2916 .3828 .2903 .3831 .2888 .3836 .2872 .3838 .2857 .3844 .2842 .3843 .2826 .3848 .2807 .3848 "
        + ".2787 .3855"
    ),
    (
      .main, "Shedden Road",
      ".2940 .3827 .2942 .3813 .2940 .3800 .2938 .3783 .2934 .3765 .2927 .3742 .2921 .3715 .2919 .3688 "
        + ".2915 .3655 .2912 .3624"
    ),
    (.main, "Eastern Avenue", ".3020 .3757 .3003 .3754 .2988 .3752 .2958 .3748 .2943 .3745 .2927 .3742"),
    (.main, "Elgin Avenue", ".2940 .3800 .2926 .3796 .2912 .3785 .2902 .3768 .2893 .3748"),
    (.main, "Smith Road", ".2872 .3838 .2868 .3815 .2866 .3792 .2862 .3766 .2864 .3742 .2867 .3715 .2872 .3686"),
    (.main, "Walkers Road", ".2866 .3792 .2845 .3797 .2826 .3803 .2805 .3808 .2782 .3812"),
    (.street, "Fort Street", ".2958 .3828 .2961 .3815 .2959 .3803"),
    (.street, "Cardinall Avenue", ".2949 .3826 .2951 .3814 .2950 .3802"),
    (.street, "Edward Street", ".2972 .3803 .2959 .3803 .2950 .3802 .2940 .3800"),
    (.street, "Mary Street", ".2978 .3830 .2972 .3803 .2967 .3778 .2958 .3748"),
    (.street, "Dr. Roy's Drive", ".2959 .3803 .2956 .3785 .2949 .3768 .2934 .3765"),
    (.street, "Goring Avenue", ".2928 .3831 .2929 .3813 .2926 .3796"),
    (.street, "Boilers Road", ".2916 .3828 .2908 .3812 .2912 .3785"),
    (.street, "Bodden Road", ".2926 .3796 .2921 .3777 .2914 .3757 .2910 .3745"),
  ]

  /// Number, name, position, minor units an hour.
  static let places: [Place] = [
    place(1, "Cardinall Ave Car Park", 19.29543, -81.38125, 350),
    place(2, "Harbour Drive Lot", 19.29397, -81.38232, 400),
    place(3, "Fort Street Deck", 19.29641, -81.38119, 350),
    place(4, "Edward St Garage", 19.29494, -81.37986, 325),
    place(5, "Goring Ave Lot", 19.29260, -81.38150, 300),
    place(6, "Shedden Rd Square", 19.29414, -81.37858, 300),
    place(7, "Elgin Ave Garage", 19.29063, -81.37821, 275),
    place(8, "Mary St Yard", 19.29718, -81.37863, 250),
    place(9, "Bodden Rd Lot", 19.29163, -81.37541, 225),
    place(10, "Hospital Rd Car Park", 19.28877, -81.37786, 200),
    place(11, "Eastern Ave Lot", 19.29626, -81.37452, 175),
    place(12, "Smith Rd Green", 19.28662, -81.37562, 150),
  ]

  /// Number, name, category, position.
  static let partners: [(id: Int64, name: String, category: String, position: Coordinate)] = [
    (1, "Blue Culantro", "dining", at(19.29630, -81.38053)),
    (2, "Nana's Kitchen", "dining", at(19.29351, -81.37806)),
    (3, "Conch & Kettle", "dining", at(19.29321, -81.38273)),
    (4, "Thatch & Ember", "dining", at(19.29301, -81.38067)),
    (6, "Osteria Granchio Blu", "dining", at(19.29578, -81.38193)),
    (10, "Café Marée", "cafe", at(19.29484, -81.38175)),
    (12, "Second Bell Bakery", "cafe", at(19.29729, -81.37758)),
    (16, "Cayman Sweets", "dessert", at(19.29526, -81.38066)),
    (17, "Nevería Coco Frío", "dessert", at(19.29485, -81.38236)),
    (20, "The Listing Mast", "bar", at(19.29666, -81.38328)),
    (22, "Ferryman's Tap", "bar", at(19.29264, -81.38238)),
    (24, "Sea Grape Bathhouse", "spa", at(19.28849, -81.38339)),
    (26, "Tall Pelican Harbour Tours", "tours", at(19.29534, -81.38289)),
    (28, "Silver Ray Sandbar Trips", "tours", at(19.29890, -81.38220)),
    (30, "Museum of Small Boats", "culture", at(19.29397, -81.38165)),
    (33, "Thatch Palm Goods", "shopping", at(19.29488, -81.38138)),
    (34, "Driftline Books", "shopping", at(19.29581, -81.38006)),
    (35, "Caña & Cotton", "shopping", at(19.29477, -81.37706)),
    (39, "The Signal House", "hotel", at(19.29770, -81.38282)),
    (44, "City Lots", "parking", at(19.29131, -81.37829)),
  ]

  /// A position that is known to be one.
  static func at(_ latitude: Double, _ longitude: Double) -> Coordinate {
    guard let position = Coordinate(latitude: latitude, longitude: longitude) else {
      preconditionFailure("the fixture names a place off the globe")
    }
    return position
  }

  private static func place(_ id: Int64, _ name: String, _ latitude: Double, _ longitude: Double, _ rate: Int64)
    -> Place
  {
    Place(
      id: Place.ID(id), name: name, position: at(latitude, longitude), zone: "America/Cayman", hourlyRateCents: rate)
  }

  /// The streets as lines; the table keeps them short by leaving out 19 degrees north and 81 west.
  static let lines: [DiscoverBoard.Street] = streets.map { kind, name, text in
    let numbers = text.split(separator: " ").compactMap { Double($0) }
    let points = stride(from: 0, to: numbers.count - 1, by: 2).map { at(19 + numbers[$0], -81 - numbers[$0 + 1]) }
    return DiscoverBoard.Street(name: name, kind: kind, points: points)
  }
}
