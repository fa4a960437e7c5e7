import type { Market, Tier } from './shape.ts';

/** Words that invented people and companies of one market are named with, and where they live. */
export interface MarketNames {
  first: readonly string[];
  last: readonly string[];
  roots: readonly string[];
  kinds: readonly string[];
  forms: readonly string[];
  places: readonly Place[];
}

/** A place with its time zone and a range of telephone numbers kept for fiction (# is a digit), empty where none is. */
export interface Place {
  timeZone: string;
  language: string;
  phone: string;
}

const words = (text: string): readonly string[] => text.split(' ');

export const namesOf: Readonly<Record<Market, MarketNames>> = {
  'UK and Ireland': {
    first: words(
      'Alice Amina Anita Aoife Beth Callum Ciara Colin Declan Diane Edward Eleanor Faisal Fiona Gareth Grace Hannah Harriet Imran Ines Jack Joanna Kwame Laura Liam Lorna Maeve Marcus Megan Nadia Niall Oliver Patrick Priya Rhys Rosa Samira Simon Tara Victor',
    ),
    last: words(
      'Abbott Adeyemi Ahmed Barlow Bennett Birch Brennan Byrne Carver Clarke Coyle Davies Dunne Ellison Farrell Fenwick Foley Gallagher Hartley Hassan Holt Hughes Irving Jarvis Kapoor Kerr Lloyd Malik Marsh Mistry Nolan Okafor Osborne Patel Pryce Quigley Ramsay Redmond Rowe Shah Sheridan Stokes Sutton Thorne Walsh Whitby Wren Yates',
    ),
    roots: words(
      'Alderbrook Ashdown Ashgrove Beckford Birchall Blackmoor Bramley Calder Carrow Casterwick Coldharbour Copperfield Cotswell Crossley Dalewood Dunmore Eastgate Elmhurst Fairholt Fernhill Foxcombe Glenmara Greystone Harcombe Hartwell Hazelden Highmoor Inverlea Kestrel Kingsmere Larkfield Longacre Lynton Marlowden Merrion Millbrook Moorgate Northwell Oakhurst Pembury Ravenscar Reddenmoor Rosslare Saltburn Sandford Silverdale Stanmore Thornbury Wexcombe Whitmore Willowby Wyndham',
    ),
    kinds: words(
      'Logistics Foods Holdings Clinics Hotels Energy Textiles Schools Insurance Brewing Packaging Freight Homes Media Pharmacy Trust Engineering Travel',
    ),
    forms: ['', '', ' Group', ' Ltd', ' plc'],
    places: [
      { timeZone: 'Europe/London', language: 'en', phone: '+44 20 7946 0###' },
      { timeZone: 'Europe/London', language: 'en', phone: '+44 161 496 0###' },
      { timeZone: 'Europe/Dublin', language: 'en', phone: '' },
    ],
  },
  'North America': {
    first: words(
      'Aaron Alicia Andre Ashley Brandon Camille Carlos Chloe Dana Darius Denise Elena Ethan Gabriela Grant Heather Isaac Jasmine Jordan Karen Kevin Latoya Luis Madison Mei Monica Nathan Nicole Omar Paige Rachel Ramon Rebecca Sean Sierra Tasha Tyler Vanessa Walter Wendy',
    ),
    last: words(
      'Alvarez Anderson Baker Bouchard Brooks Campbell Castillo Chen Coleman Cruz Delgado Dixon Edwards Flores Foster Garcia Gauthier Graham Greene Hayes Henderson Hernandez Howard Jackson Kim Lavoie Lopez Mitchell Morales Murphy Nguyen Ortiz Parker Perez Powell Reed Rivera Sanders Silva Simmons Tran Tremblay Turner Vargas Washington Watson Wong Young',
    ),
    roots: words(
      'Amberline Aspenridge Bayfront Bluestem Borealisy Corrowan Cedarpoint Clearfork Copperwen Crestline Driftwood Elkmere Fairmere Fieldstone Foxglove Granfell Grandview Harborview Heathermere Hickorvale Ironwood Juniper Kettlebrook Lakemont Lonepine Maplewood Marrowstone Northfork Oakline Ottermill Pinecrest Quarrybrook Russetwood Ridgeway Riverbend Saddleback Sorrelwood Shoreline Stonebridge Thistledown Sunfield Tamarack Tidewater Timbermere Winterlake Wildrose',
    ),
    kinds: words(
      'Logistics Foods Health Hospitality Energy Apparel Academies Insurance Brewing Packaging Freight Homes Media Outfitters Bindery Engineering Travel Farms',
    ),
    forms: ['', '', ' Inc.', ' LLC', ' Co.'],
    places: [
      { timeZone: 'America/New_York', language: 'en', phone: '+1 212 555 01##' },
      { timeZone: 'America/Chicago', language: 'en', phone: '+1 312 555 01##' },
      { timeZone: 'America/Los_Angeles', language: 'en', phone: '+1 415 555 01##' },
      { timeZone: 'America/Toronto', language: 'en', phone: '+1 416 555 01##' },
    ],
  },
  'Germany, Austria, Switzerland': {
    first: words(
      'Anja Anton Aylin Barbara Bernd Birgit Claudia Daniel Doris Elif Emil Erik Eva Felix Franziska Georg Gisela Hannes Heike Ingrid Jakob Jana Jürgen Katrin Konrad Lena Lukas Manuela Markus Miriam Nicole Oskar Petra Rainer Sabine Stefan Tobias Ulrike Verena Wolfgang',
    ),
    last: words(
      'Albrecht Ammann Bachmann Bauer Berger Brandt Brunner Demir Dietrich Eberle Engel Fischer Frank Frei Fuchs Gerber Graf Gruber Haas Hartmann Hofer Huber Jung Kaiser Keller Koch Krause Kraus Lang Lehmann Lorenz Maurer Meier Moser Neumann Pichler Pohl Roth Sauer Schenk Schuster Seidel Steiner Vogel Wagner Weber Winkler Zimmermann',
    ),
    roots: words(
      'Adlerhof Ahornsee Altmühl Auental Bergkamp Birkenau Blautal Brunnwald Buchenberg Donauland Eberstein Eichfeld Elbtor Falkenrode Feldkirch Finkenwerk Fuchsberg Grünau Hainwald Haselbach Hirschau Hochrain Illertal Isarwerk Kaltenbach Kirschau Lindenhof Marienfeld Mühlbach Neckarau Nordheim Oberkamp Rheintal Rosenau Rotbuche Salzach Schwarzau Seefeld Silberbach Sonnau Steinach Talheim Tannhof Ulmenhof Waldkirch Weidenau Wiesental Zirbental',
    ),
    kinds: words(
      'Logistik Lebensmittel Kliniken Hotels Energie Textil Maschinenbau Versicherung Brauerei Verpackung Spedition Wohnbau Medien Pharma Technik Reisen',
    ),
    forms: ['', ' GmbH', ' AG', ' Gruppe'],
    places: [
      { timeZone: 'Europe/Berlin', language: 'de', phone: '+49 30 23125 ###' },
      { timeZone: 'Europe/Berlin', language: 'de', phone: '+49 89 99998 ###' },
      { timeZone: 'Europe/Vienna', language: 'de', phone: '' },
      { timeZone: 'Europe/Zurich', language: 'de', phone: '' },
    ],
  },
  Nordics: {
    first: words(
      'Aino Anders Anna Astrid Axel Birgitta Bjørn Camilla Eero Elin Emma Erik Freja Greta Gunnar Hanna Helle Henrik Ida Ingeborg Jens Johanna Jonas Kaisa Karin Lars Linnea Maja Magnus Mikko Nils Oskar Pernille Rasmus Saara Signe Sofie Sven Tuomas Åsa',
    ),
    last: words(
      'Ahlgren Andersen Aalto Berglund Bergström Bjerke Blom Carlsen Dahl Dahlberg Ekström Eriksen Forsberg Friis Grahn Gundersen Haugen Heikkinen Hellström Holm Isaksen Jensen Johnsen Kallio Karlsson Koskinen Laine Larsson Lind Lindqvist Lund Madsen Mäkelä Nielsen Nordin Nyberg Olsen Öberg Rantanen Rask Salonen Sandberg Solberg Strand Sundin Thomsen Virtanen Wikström',
    ),
    roots: words(
      'Askmo Aurland Björkvik Brattfors Dalvik Edsholm Ekeby Fjällnära Fjordholm Furuset Granvik Havnes Holmsund Isfjord Kallsjö Kilvik Klippan Kvarnby Lindholm Lyngby Mossvik Nordvik Norrsken Ormsund Rantala Revsund Rosvik Sandvallen Sjöberga Skagersund Skogsta Solvik Stenvall Storlund Sundvik Tallmo Tornby Ulvsund Vargön Vestfjord Vinterö Ålund Ängsö Österby',
    ),
    kinds: words(
      'Logistik Fisk Skog Energi Hotell Textil Verkstad Försäkring Bryggeri Papper Frakt Bygg Media Pharma Teknik Resor',
    ),
    forms: ['', ' AB', ' AS', ' Oy', ' A/S'],
    places: [
      { timeZone: 'Europe/Stockholm', language: 'sv', phone: '+46 8 465 004 ##' },
      { timeZone: 'Europe/Oslo', language: 'no', phone: '' },
      { timeZone: 'Europe/Copenhagen', language: 'da', phone: '' },
      { timeZone: 'Europe/Helsinki', language: 'fi', phone: '' },
    ],
  },
};

/** What invented respondents do for a living, by the size of their company. */
export const roles: Readonly<Record<Tier, readonly string[]>> = {
  Enterprise: [
    'Head of finance operations',
    'Group controller',
    'Finance director',
    'Finance systems manager',
    'Head of reporting',
    'Head of shared services',
    'Treasurer',
    'Internal auditor',
  ],
  'Mid-market': [
    'Chief financial officer',
    'Financial controller',
    'Head of accounting',
    'Finance manager',
    'Head of reporting',
    'Senior accountant',
    'Management accountant',
  ],
  Small: ['Managing director', 'Finance manager', 'Senior accountant', 'Bookkeeper', 'Office manager'],
};

/** Quillon's people who look after accounts, and those who hold the interviews. */
export const accountManagers: Readonly<Record<Market, readonly string[]>> = {
  'UK and Ireland': ['Callum Reid', 'Niamh Farrell', 'Sunil Mistry'],
  'North America': ['Dana Coleman', 'Luis Ortega', 'Paige Whitaker'],
  'Germany, Austria, Switzerland': ['Katrin Brandt', 'Lukas Hofer'],
  Nordics: ['Elin Nordin', 'Mikko Laine'],
};

export const interviewers = [
  { last: 'tom-reyes', name: 'Tom Reyes' },
  { last: 'priya-nair', name: 'Priya Nair' },
  { last: 'ana-kovac', name: 'Ana Kovač' },
  { last: 'joel-adeyemi', name: 'Joel Adeyemi' },
] as const;
