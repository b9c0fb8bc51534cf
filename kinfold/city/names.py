"""Invented people's names, from many traditions: long ones, hyphens, apostrophes and accents among them."""

import numpy as np
from numpy.typing import NDArray

from kinfold.city.draws import Flags, Ints

_GIRLS = {
    "british": (
        "Amelia Olivia Isla Ava Mia Freya Lily Emily Grace Poppy Evie Ella Sophia Willow Ivy Florence Daisy Rosie "
        "Phoebe Alice Jessica Ruby Harper Matilda Elsie Evelyn Millie Maisie Erin Chloë Zoë Renée Niamh Siân "
        "Bronwyn Caoimhe Skye Summer Scarlett Lottie Nancy Martha Tilly Heidi Imogen Eleanor Georgia Tegan Keira "
        "Paige Jade Connie Bonnie Lacey-Mae Gracie-Leigh Ellie-May Anna-Louise Mary-Kate D'Arcy Seren Orla Edith "
        "Hattie Robyn Beatrix Ottilie "
    ),
    "european": (
        "Zuzanna Wiktoria Oliwia Maja Łucja Ioana Andreea Ștefania Kamilė Gabija Elżbieta Anastasia-Valentina "
        "Solène Noémie Søs Ingrid Åsa Jūratė Darya Mariia "
    ),
    "south_asian": (
        "Aisha Fatima Maryam Zara Anaya Priya Diya Ayesha Nusrat Tahmina Sumaiya Ishani Meera Kavya Rukhsana "
        "Sabiha Harleen Simran "
    ),
    "african": (
        "Amara Adaeze Oluwadamilola Temitope Chidinma Ifeoma Abena Nyasha Makena Aïssatou Fatoumata Hodan Ayaan "
        "Thandiwe N'Deye Blessing "
    ),
    "east_asian": ("Mei Lin Xiaoyu Jia-Yi Hua Yuki Ngọc Linh Analyn Marisol Ji-Woo Suda "),
    "arab": ("Layla Noor Yasmin Salma Rania Hala Shirin Rojin Dilan Zeynep Amal Huda Mahnaz Parwana "),
}
_BOYS = {
    "british": (
        "Oliver George Harry Noah Jack Leo Arthur Muhammad Oscar Charlie Jacob Thomas Freddie Alfie Theo William "
        "Isaac Archie Joshua Lucas Henry Ethan Max Finley Logan Tommy Reuben Ralph Louie Toby Stanley Albie Jude "
        "Rory Callum Rhys Owain Séan Ciarán Kian Kai Tyler Riley Jayden Mason Harrison Bobby Frankie Teddy Ronnie "
        "Billy-Joe Alfie-James Tommy-Lee John-Paul D'Andre Maximilian-Alexander Bartholomew Elliot Ezra Hugo "
        "Felix Jasper Otis Rowan Gethin "
    ),
    "european": (
        "Jakub Szymon Wojciech Łukasz Kacper Andrei Ștefan Ionuț Matas Jonas Søren Jürgen André José Loïc Bjørn "
        "Dragoș Ondřej Danylo Oleksandr "
    ),
    "south_asian": (
        "Ibrahim Yusuf Rayan Aarav Arjun Vihaan Rohan Zayan Tariq Imran Shahriar Tanvir Gurpreet Harjit Krishnan "
        "Farhan Sajid Nabil "
    ),
    "african": (
        "Kwame Kofi Chukwuemeka Oluwatobiloba Babatunde Tendai Sekou Ousmane Abdirahman Liban Emmanuel "
        "Jean-Baptiste Thabo N'Golo Moussa Ayomide "
    ),
    "east_asian": ("Wei Jun Haoran Zi-Xuan Minh Đức Kenji Angelo Jun-ho Somchai Kai-Ming Rafael "),
    "arab": ("Omar Ali Hassan Karim Samir Bilal Azad Rebin Hêvî Serhat Mustafa Faisal Jawad Najib "),
}
_SURNAMES = {
    "british": (
        "Abbott Ashdown Barrow Bartlett Bellweather Birchall Blackmore Bramley Brightwell Brookes Burrows "
        "Cartwright Chalcraft Cheeseman Clatworthy Coldwell Copperthwaite Cotterill Crabtree Cranmer Dearlove "
        "Dewhurst Dunmore Eastwick Ellery Fairweather Farrant Fenwick Fielding Foxley Garland Gathercole "
        "Goodenough Greenaway Hathersage Hawkridge Haylock Hollingsworth Honeysett Hurst Inkpen Jolliffe "
        "Kettlewell Kingsnorth Lambourne Langrish Larkin Lightfoot Lockyer Longbottom Mallory Marchbanks "
        "Merriweather Millbank Mossop Nethercott Nightingale O'Brien O'Dowd O'Shaughnessy Oakshott Ormerod "
        "Padgett Pargeter Peabody Penhaligon Pettifer Pickering Plumley Quartermain Quigley Radcliffe Ravenscroft "
        "Redfern Ridgeway Rookwood Rowntree Saltmarsh Sandford Shackleford Shipley Silverthorne Skelton Sparrow "
        "Stapleford Strickland Summerhayes Swallow Tattersall Tempest Thistlewood Thornbury Tidewell Tolliver "
        "Trelawney Twelvetrees Underhill Venning Waddington Wainwright Weatherby Westbrook Whitcombe Wigglesworth "
        "Winterbourne Woolacott Wrenfield Yardley Featherstonehaugh McAllister MacGillivray D'Souza-Hart St-Clair "
    ),
    "european": (
        "Kowalczyk Wiśniewski Dąbrowska Zieliński Popescu Ionescu Brăilă Kazlauskas Jurgaitis Novák Sørensen "
        "Müller García-Ibáñez Dubois Petrov Shevchenko Østergaard Szczepański "
    ),
    "south_asian": (
        "Begum Chowdhury Miah Hussain Rahman Khatun Patel Sharma Nair Kaur Singh Mathew Malik Qureshi Siddiqui "
        "Venkataraman-Iyer Perera "
    ),
    "african": (
        "Okonkwo Adeyemi Mensah Boateng Diallo Traoré Nkemelu Chikwanha Mwangi Abdullahi Warsame N'Diaye Olawale "
        "Oyelaran-Fashola Mukendi Dlamini "
    ),
    "east_asian": ("Chen Wong Zhang Liu Nguyễn Trần Santos Villanueva Tanaka Park Suwannarat Ng "),
    "arab": (
        "Al-Hassan Haddad Mansour Barzani Rashid Karimi Yılmaz Özdemir Saleh El-Masri Khoury Ahmadzai Hawrami Noorzai "
    ),
}
_TRADITION = {
    "WOTH": "european", "WROM": "european", "AIND": "south_asian", "APKN": "south_asian", "ABAN": "south_asian",
    "AOTH": "east_asian", "BAFR": "african", "BOTH": "african", "BCRB": "british", "CHNE": "east_asian", "OOTH": "arab",
    "MWBA": "african", "MWAS": "south_asian",
}  # fmt: skip


def forenames(rng: np.random.Generator, ethnicity: NDArray[np.object_], girls: Flags) -> NDArray[np.object_]:
    chosen = np.empty(len(girls), dtype=object)
    for lists, whose in ((_GIRLS, girls), (_BOYS, ~girls)):
        chosen[whose] = _names(rng, lists, ethnicity[whose])
    return chosen


def surnames(rng: np.random.Generator, ethnicity: NDArray[np.object_]) -> NDArray[np.object_]:
    return _names(rng, _SURNAMES, ethnicity)


def _names(rng: np.random.Generator, lists: dict[str, str], ethnicity: NDArray[np.object_]) -> NDArray[np.object_]:
    chosen = np.empty(len(ethnicity), dtype=object)
    tradition = np.array([_TRADITION.get(code, "british") for code in ethnicity], dtype=object)
    for name in lists:
        here: Ints = np.flatnonzero(tradition == name)
        words = np.asarray(lists[name].split(), dtype=object)
        # Some names are much commoner than others, and two children of one name are a thing that search must cope with.
        chosen[here] = words[np.minimum((rng.beta(0.8, 1.1, len(here)) * len(words)).astype(np.int64), len(words) - 1)]
    return chosen
